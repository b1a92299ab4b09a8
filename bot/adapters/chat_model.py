"""A language model behind the OpenAI chat completion protocol, on a server of the owner's.

Knows HTTP and JSON. What is asked and what counts as an answer stands in ``bot.drafts.variants``.
"""

import asyncio
import json
import logging
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import httpx

from bot.drafts.variants import Original, instruction_for

log = logging.getLogger(__name__)

PATIENCE = 4.0
"""Seconds for a whole answer; after them the nudge goes out with the text that it has."""
LARGEST_ANSWER = 64 * 1024
"""Bytes of an answer; a draft of 160 characters comes in one or two thousand."""
MISSES = 3
"""Answers that fail in a row before the server is left alone for a while."""
REST = 300.0
"""Seconds for which it is left alone: a server that is down shall not slow every nudge."""

FAILURES = (httpx.HTTPError, TimeoutError, ValueError, LookupError, TypeError, RecursionError)
"""What a server that is down, slow or odd comes to."""


class ChatModel:
    """Asks a server for other wordings (a ``Rewriter``); whatever goes wrong, the answer is "".

    Args:
        base_url: the address of the server's API, such as ``http://localhost:11434/v1``.
        name: the model's name there.
        key: what the server asks for as a bearer token; "" for none.
        patience: seconds for a whole answer.
    """

    def __init__(
        self, base_url: str, name: str, key: str = "", *, patience: float = PATIENCE
    ) -> None:
        self.model = model_at(base_url, name)
        self._name = name
        self._client = httpx.AsyncClient(
            base_url=base_url.rstrip("/"),
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=patience,
            trust_env=not base_url.startswith("http://"),
        )
        self._patience = patience
        self._missed = 0
        self._rests_until = 0.0

    async def __aenter__(self) -> Self:
        """Begin; the first question connects."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def reword(self, original: Original) -> str:
        """Return the model's wording of a draft, unjudged; "" where none came in time."""
        if asyncio.get_running_loop().time() < self._rests_until:
            return ""
        try:
            async with asyncio.timeout(self._patience):
                answer = _content(await self._asked(original))
        except FAILURES as error:
            self._miss(type(error).__name__)
            return ""
        self._missed = 0
        return answer

    async def _asked(self, original: Original) -> bytes:
        """Return the body of the server's answer.

        Raises:
            httpx.HTTPError: it cannot be reached or refuses.
            ValueError: its answer is too large.
        """
        given = json.dumps(dict(original.given), ensure_ascii=False)
        question = {
            "model": self._name,
            "messages": [
                {"role": "system", "content": instruction_for(original)},
                {"role": "user", "content": given},
            ],
            "max_tokens": 120,
        }
        body = b""
        async with self._client.stream("POST", "/chat/completions", json=question) as response:
            response.raise_for_status()
            async for part in response.aiter_bytes():
                body += part
                if len(body) > LARGEST_ANSWER:
                    raise ValueError("too large")
        return body

    def _miss(self, why: str) -> None:
        """Count an answer that did not come; after several the server is left alone."""
        self._missed += 1
        if self._missed == MISSES:
            self._missed = 0
            self._rests_until = asyncio.get_running_loop().time() + REST
            log.warning("the language model does not answer (%s); asked again later", why)


def model_at(base_url: str, name: str) -> str:
    """Return what users are told of a model, and agree to: its name and where it runs."""
    return f"{name} ({urlsplit(base_url).netloc.rpartition('@')[2]})"


def _content(body: bytes) -> str:
    """Return the text of the first choice.

    Raises:
        ValueError: it is no JSON.
        LookupError: it has no choice.
        TypeError: it is not what the protocol says.
    """
    answer: Any = json.loads(body)
    content = answer["choices"][0]["message"]["content"]
    if not isinstance(content, str):
        raise TypeError
    return content
