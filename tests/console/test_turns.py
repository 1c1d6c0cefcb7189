import pytest

from bot.console.turns import Turn, turns_in
from bot.domain.messages import Role

CLIENT, FREELANCER = Role.CLIENT, Role.FREELANCER


@pytest.mark.parametrize(
    ("pasted", "turns"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\u3000\n", [], id="only blanks"),
        pytest.param("こんにちは", [(None, "こんにちは")], id="nobody named"),
        pytest.param("client: hello\nfreelancer: hi", [(CLIENT, "hello"), (FREELANCER, "hi")], id="English"),
        pytest.param(
            "依頼者：質問です\r\n受注者：どうぞ", [(CLIENT, "質問です"), (FREELANCER, "どうぞ")], id="Japanese"
        ),
        pytest.param("Client : A\n　FREELANCER：　B", [(CLIENT, "A"), (FREELANCER, "B")], id="loosely written"),
        pytest.param(
            "client: one\ntwo\n\nfreelancer: three", [(CLIENT, "one\ntwo"), (FREELANCER, "three")], id="long turn"
        ),
        pytest.param("まえがき\n発注者：本文", [(None, "まえがき"), (CLIENT, "本文")], id="text before the first name"),
        pytest.param("client:\nfreelancer: x", [(FREELANCER, "x")], id="an empty turn"),
        pytest.param("メモ: client: x", [(None, "メモ: client: x")], id="a name within a line"),
        pytest.param("clients: x", [(None, "clients: x")], id="a longer word"),
        pytest.param("ランサーズ：x", [(None, "ランサーズ：x")], id="a company"),
    ],
)
def test_turns(pasted, turns):
    assert turns_in(pasted) == tuple(Turn(role, text) for role, text in turns)
