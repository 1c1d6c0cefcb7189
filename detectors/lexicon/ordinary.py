"""Latin words that stand in a business chat for themselves and are nobody's handle."""

from __future__ import annotations

import functools

#: Endings of file names; `name.ext` is a file, not a handle.
FILE_ENDINGS = frozenset(
    """
    png jpg jpeg gif webp svg psd psb ai eps pdf doc docx xls xlsx xlsm ppt pptx csv tsv txt md zip rar gz tar 7z
    mp3 mp4 mov avi wav aiff flac m4a m4v mkv srt vtt html htm css scss sass less js jsx ts tsx mjs vue py ipynb rb
    go rs java kt swift php c h cpp cs sh bat ps1 sql json xml yaml yml toml ini cfg conf lock log bak tmp exe dll
    apk ipa dmg iso ttf otf woff woff2 indd idml sketch fig xd aep prproj blend fbx obj stl step stp dwg dxf ics eml
    r rmd tex bib env
    """.split(),  # noqa: SIM905 - a word list reads as text
)
#: Common English words that a sentence about the work may hold. Alone such a word is no handle, unless it is introduced as one.
COMMON = frozenset(
    """
    accent actor actress adjust advice afternoon agency air airport album alert align amber angle animal animation annual
    answer apple apron arch arrange arrow article artist aside asset atlas attic audience august author autumn avatar award
    axis baby background bag baker bakery balance ball band banner bar bark base basic basket batch beach bean bear beat
    beauty bed begin bell below bench beside between bicycle bike bill bird birthday bite blank blanket blend block blog
    blossom blue board boat body bold bone border bottle bottom bowl box branch brand brass bread break breakfast brick
    bride bridge brief bright bring broad brush bubble bucket bug builder bulk bullet bundle burn bus bush butter button
    cabin cable cake camera camp candle canvas cap caption car carbon card care carousel carpet cart cast castle cat
    catch cause ceiling cell centre center century ceramic chain chair chalk chance chapter character charge charm chart
    cheap cheese chef cherry chest child children chip choir chorus chunk cinema circle citrus city clay clean clear clip
    clock cloth cloud coast coat coffee coin cold collar collection colour color column comment commit common
    component concept concert cone contrast cook cookie cool copper coral cord corner cotton count counter country couple
    courier cover cow cozy cradle craft crane cream crew crisp crop cross crowd crown cube cup curl current curtain curve
    cushion custom cut cycle dance dark darker dash dawn day dealer deck deep deer deliver denim depth desert desk detail
    dialogue diary difference dinner dirt dish display distance diver doctor dog doll dolphin donkey door dot double
    dough down dragon drama draw drawer drawing dream dress drink drive drum dry duck dusk dust duty eagle early ear earth
    ease east easy echo edge effect egg elbow element empty ending engine entry envelope episode equal era escape
    essay evening event every exit export extra eye fabric face factor fade fair fall family farm farmer fast
    favourite feather feature feedback fence festival fiction field figure filler film filter finger fire firm fish fit
    flag flame flash flashback flat flavour fleece flight float flood floor flour flow flower fly focus fog foil fold
    folder food foot forest fork form foundation fountain fox frame fresh friend frog fruit fun fund fur
    furniture gallery game garden garlic garment gate gentle ghost gift ginger girl glass glaze gleam globe glossary glove
    glow glue goal goat gold golden goose gown grace gradient grain grape graph grass gravel gravy grid grip grocery
    ground grove growth guest guitar gym habit hair half hall hammer hand handle harbour harvest hat head headline heart
    heat heavy hedge heel height hem herb hero hill hint history hobby hole holiday home honey hook hope horse hotel hour
    house human humour hunger husband ice icon image impact import inch index ink inner insect inside interior
    interval iron island ivory jacket jam jar jaw jazz jewel join joke journal joy judge juice jump
    kettle keyword kid kind king kitchen kite knee knife knit knob label lace lake lamb lamp land lane language lantern
    lap large laser laugh laundry lawn layer layout leaf leather leg lemon length lens letter level lid life light
    lighter lily linen link lion lip liquid litre liver loaf loan lobby loop loud lounge love lower lunch lyric machine
    magazine maker map maple marble margin marker market mask mat match material matte meal measure meat medal melody memo
    memory metal middle mild mill mind mineral mint mirror mist mix mixer moment mood moonlight morning motif motion
    mountain mouse mouth movie mud mug museum mushroom music muted nail napkin nature neck needle nest neutral
    night noise noon north nose novel nurse nut oak oat ocean odd offer office oil olive onion opening option
    orange order organic origin outdoor outer outfit outline oval oven owner oxygen pace pack packet pad page paint
    palace pale palette palm pan panel pants paper paragraph parcel parent park parsley passage pasta paste pastel patch
    path patient pattern pause peace peach pear pearl pebble pedal pen pencil pepper perfume petal phrase piano
    picture pie piece pile pillow pilot pin pine pink pipe pitch pixel plain planet plank plant plate platform
    player plaza plot plug plum pocket poem poet point pole police polish pond pony pool porch pork port portion position
    poster pot potato pottery powder prayer present press privacy prize profit promo proof prop puddle
    pump pure purple purse puzzle queen quiet quilt quiz quote rabbit race radio rail rain rainbow ramp range rare ratio raw
    ready real rear receipt recipe record red redo reel region relax rental repair rest retail
    rhythm ribbon rice rich ride ring river road robe robin rock role roll romance roof room root rope rose rough
    round route row rubber rug ruler run rush rust sad safety sail salad salmon salt sand sandal satin sauce scale
    scan scarf scent school science scissors score scratch sea seam season seat secret seed sentence series serif
    serve setting shade shadow shape sharp shed sheep shell shelf shine shirt shoe shore shot shoulder shower shutter
    sight silence silk silver singer sink sister sketch skin skirt sky sleep sleeve slice slim slogan smell
    smile smoke smooth snack snow soap soccer sock sofa soft soil solid song soup south spark speaker spell spice
    spider spin spirit spoon spot spray spring square stable stack stair stamp starlight station steam steel stem sticker
    stitch stone stool storm stove strap straw stream street stretch stripe stroke strokes structure student sugar suit suite
    summary summer sun sunflower sunlight sunset supper surface sweater sweet swim swing symbol syrup table tail
    tailor tale tap tape target taste tea teacher temple tempo tennis tent texture theatre theme thick thin thread
    throat thumb tide tie tiger tight tile timber timer tin tiny tip tissue toast toe tomato tone tongue tooth
    torch towel tower town toy trail train tray treat tree trend trick trim trip truck trunk tube tunnel turtle
    twilight twin umbrella uncle uniform upper urban urgent vacuum vague valley vase vault velvet
    verse vest village vinegar vintage viola violet violin visit visual vocal volume waist walk wall wallet
    walnut warm wash waste water wave wax wealth weather wedding weight west wheat wheel whip whisper wild wind
    wine wing winter wire wise wolf woman wonder wood wool worm wrap wrist yard yarn yellow yoga young zebra zone
    ignition foreground minute hour second pause takes scene screenshot preview wording spelling grammar tense clause bleed crop kerning
    """.split(),  # noqa: SIM905 - a word list reads as text
)
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "est", "y")


@functools.lru_cache(maxsize=4096)
def is_common(word: str) -> bool:
    """Whether a lower-case word is a common English one, or a form of one: takes, lighter, proofing."""
    known = WORDS | COMMON
    if word in known:
        return True
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    return any([len(stem) > 2 and (stem in known or f"{stem}e" in known) for stem in stems])  # noqa: C419


#: Parts of the names of files and screens: kiji_v3_final, line_icon_v2.
ASSETS = frozenset(
    [
        "icon",
        "btn",
        "button",
        "img",
        "image",
        "logo",
        "banner",
        "bg",
        "thumb",
        "final",
        "draft",
        "mock",
        "mockup",
        "export",
        "screen",
        "header",
        "footer",
    ]
)
#: Words in lower case. A token made only of these is no handle.
WORDS = frozenset(
    """
    a able about above access account accounts across action active actually ad add added address admin ads after
    again agree ahead all almost alone along already also always am amount an and another answer any anyone anything
    anytime anyway api app apply approve apps april are area around art as ask at attach attached august available
    avatar away back background bad banner base based basic be because been before best better between big bill
    black blog blue board body book bot both box brand break brief bring browser budget bug build builds business
    but button buy by call called calls can cannot card care case category change channel chart chat chatwork check
    checklist choose city class clean clear click client close cloud code color colour column com come comment
    common company complete component confirm connect contact contacts content contents contract copy correct cost
    could count course cover create credit css current currently custom customer daily dashboard data database date
    dates day days deadline deal december deck default delete deliver delivery demo design designer desktop detail
    details dev developer device did different digital direct directly discord discuss dm do doc docker document
    docs does doing domain done down download draft drive drop due during each early easy edit editing editor email
    emails end english enough error escrow even event every everything exact example excel export extra facebook
    fast february feedback feel few field fields figma file files final finally find fine finish first fix fixed
    flow folder font footer for form format free freelancer friday from front full fun further future game gmail
    general get gif git github give go good google got graph great green group guide guest had half hand handle
    happy hard has have header hello help her here hero hi high him his home hook host hour hours how html http
    https i icon id idea if illustrator image images import important in include included info information input
    insta instagram install instead interface interview into invite invoice is issue it item items its january japan
    japanese javascript job join json july june just keep key keyboard keyword kick kind know kit label language
    large last late later latest launch layer layout lead learn left length less let letter level library light like
    limit line link links list live local log login logo logs long look loop lot low lp made mail main make manager
    many map march margin mark market master match may maybe me mean media meet meeting member menu merge message
    messages messenger meta might milestone min mind mine minutes mobile mock mockup mode model module monday money
    month months more morning most move movie much music must my name need never new news next night no node none
    normal not note notes nothing notion now number october of off offer office official ok okay old on once one
    online only onto open option or order other our out over own page pages paid pair panel paper paragraph part
    parts password past path pattern pay payment paypal pc people per perfect person personal phone photo photos
    photoshop php pick picture piece pin pixel place plan platform play please pls plz plugin plus podcast point policy pop
    port portfolio post posts prefer premiere preview price pricing print private pro problem process product
    profile program project proposal prototype provide public publish pull push put python qr quality question
    questions quick quote rate react read ready real really reason receive record red redirect regards regular release
    remote remove rename render reply report repo request require research resize response rest result return review
    revision rewrite right role room row rule run safari said sales same sample saturday save say scene schedule
    scope screen script scroll sdk search second section see select send sender sent seo september server service
    session set setting settings several share sheet shipping shop shopify short should show side sign simple since
    single site size skip skype slack slide slides slot slow small smart sms so social software some someone
    something soon sorry sound source space spec special speed sport spreadsheet staff stage staging standard star
    start state status step still stock stop storage store story string strong studio style subject submit such
    summary sunday support sure survey swap sync system tab table tablet tag take talk target task tasks team teams
    tech telegram tell template terms test tests text than thank thanks that the their them then there these they
    thing things think third this those though through thumbnail thursday ticket time times title to today together
    token tomorrow too tool tools top topic total touch track traffic transfer translate translation trial try
    tuesday tune turn twitter type typo ui under understand unit until up update updated upload url us usage use
    used user users ux using usual value vector version very via video videos view voice vs wait want was watch way
    we web webinar website wednesday week weekend weeks welcome well went were what when where which while white who
    whole why wide width wifi will window windows wireframe with within without wix woocommerce word wordpress words
    work worked worker workflow working works workspace world worry would write writing wrong x xml year yes
    yesterday yet you your yours youtube zip zoom chatgpt gpt claude gemini scss vue nuxt nest laravel rails django
    flask spring unity unreal blender maya aws gcp azure ec2 s3 rds lambda sql mysql postgres redis mongo nginx
    apache linux ubuntu debian mac macos ios android iphone ipad chrome firefox edge powerpoint canva indesign
    lightroom aftereffects davinci capcut obs steam switch playstation xbox usb hdmi wav mp3 mp4 pdf png jpg csv tsv
    ai psd svg cms ec hp sns pr pv cv ctr cpa roi kpi ga gtm utm faq qa nda po ng vip fyi asap prefix suffix sep eta tbd wip poc mvp
    saas b2b b2c crm erp etc pm est pst gmt utc jst qiita zenn wantedly lancers crowdworks coconala upwork fiverr
    rakuten amazon mercari yahoo bing ahrefs semrush wp ajax ssl ftp ssh vpn dns ip tel fax everyone everybody
    somebody anybody nobody two three four five six seven eight nine ten zero whoever whichever whatever myself themselves
    true false null enabled disabled desu masu kudasai onegai yoroshiku arigatou san sama kun chan period pre
    against cacao lower upper rot13 ebg13 base64 atob lowercase uppercase approved ups lesson lessons stand sessions
    """.split(),  # noqa: SIM905 - a word list reads as text
)
