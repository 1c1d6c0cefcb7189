"""Latin words that stand in a business chat for themselves and are nobody's handle."""

from __future__ import annotations

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
    photoshop php pick picture piece pin pixel place plan platform play please plugin plus podcast point policy pop
    port portfolio post posts prefer premiere preview price pricing print private pro problem process product
    profile program project proposal prototype provide public publish pull push put python qr quality question
    questions quick quote rate react read ready real really reason receive record red redirect regards release
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
    ai psd svg cms ec hp sns pr pv cv ctr cpa roi kpi ga gtm utm faq qa nda po ng vip fyi asap eta tbd wip poc mvp
    saas b2b b2c crm erp etc pm est pst gmt utc jst qiita zenn wantedly lancers crowdworks coconala upwork fiverr
    rakuten amazon mercari yahoo bing ahrefs semrush wp ajax ssl ftp ssh vpn dns ip tel fax everyone everybody
    somebody anybody nobody two three four five six seven eight nine ten zero whoever whatever myself themselves
    true false null enabled disabled desu masu kudasai onegai yoroshiku arigatou san sama kun chan period pre
    approved ups lesson lessons stand sessions
    """.split(),  # noqa: SIM905 - a word list reads as text
)
