"""The yardstick of `make bench-http`: a Starlette route that parses the same JSON with pydantic, and does nothing."""

import sys
from datetime import datetime
from typing import Literal

import uvicorn
from pydantic import BaseModel
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


class Attachment(BaseModel):
    name: str
    media_type: str | None = None
    size: int | None = None
    text: str | None = None


class Message(BaseModel):
    message_id: str
    conversation_id: str
    sender_id: str
    text: str
    contract_id: str | None = None
    sender_role: Literal["client", "freelancer"] | None = None
    sent_at: datetime | None = None
    revision: int = 1
    attachments: list[Attachment] = []


async def messages(request: Request) -> Response:
    message = Message.model_validate_json(await request.body())
    return Response(b'{"message_id": "%s"}' % message.message_id.encode(), media_type="application/json")


app = Starlette(routes=[Route("/v1/messages", messages, methods=["POST"])])

if __name__ == "__main__":
    uvicorn.run(app, port=int(sys.argv[1]), log_level="error", access_log=False, server_header=False)
