"""The methods of the Bot API: what each one does."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.tryout.bot_api import strict
from bot.tryout.bot_api.calls import Call
from bot.tryout.bot_api.keyboards import checked_markup
from bot.tryout.bot_api.rates import Rates
from bot.tryout.world.chats import Chat, Chats, Content
from bot.tryout.world.errors import ApiError, bad_request
from bot.tryout.world.messages import Happening, HappeningKind
from bot.tryout.world.update_queue import LIMIT
from bot.tryout.world.utf16 import Json, cleaned, length

Method = Callable[[Call], Any]


class Api:
    """The Bot API for one bot.

    Args:
        chats: the state that the methods change.
        rates: Telegram's sending limits, or None to let everything through.
    """

    def __init__(self, chats: Chats, rates: Rates | None = None) -> None:
        self._chats = chats
        self._rates = rates
        self._profile: dict[str, dict[str, str]] = {"description": {}, "short_description": {}}
        self._commands: dict[tuple[str, str], list[Json]] = {}
        self._methods: Mapping[str, Method] = {
            "getme": self._get_me,
            "getupdates": self._get_updates,
            "sendmessage": self._send_message,
            "sendphoto": lambda call: self._send_file(call, "photo"),
            "senddocument": lambda call: self._send_file(call, "document"),
            "sendchataction": self._send_chat_action,
            "editmessagetext": self._edit_text,
            "editmessagereplymarkup": self._edit_markup,
            "deletemessage": self._delete,
            "answercallbackquery": self._answer,
            "setmycommands": self._set_commands,
            "getmycommands": self._get_commands,
            "deletemycommands": self._delete_commands,
            "setmydescription": lambda call: self._describe(call, "description"),
            "setmyshortdescription": lambda call: self._describe(call, "short_description"),
            "getmydescription": lambda call: self._described(call, "description"),
            "getmyshortdescription": lambda call: self._described(call, "short_description"),
            "getfile": self._get_file,
            "getwebhookinfo": lambda _: {
                "url": "",
                "has_custom_certificate": False,
                "pending_update_count": len(chats.updates),
            },
            "deletewebhook": self._delete_webhook,
            "logout": lambda _: True,
            "close": lambda _: True,
        }

    async def carry_out(self, method: str, call: Call) -> Any:
        """Carry out one call.

        Args:
            method: its name, in any case as on Telegram.
            call: its parameters.

        Returns:
            the ``result``: something JSON can hold, or bytes that are JSON already.

        Raises:
            ApiError: whenever Telegram would refuse; 404 for an unknown method.
            HungUp: when the caller went away while the call waited.
        """
        action = self._methods.get(method.lower())
        if action is None:
            raise ApiError(404, "Not Found: method not found")
        result = action(call)
        return await result if isinstance(result, Awaitable) else result

    def commands_for(self, chat_id: int, language_code: str) -> list[Json]:
        """Return the menu that a person sees: of the chat, the private chats, or everybody's.

        Args:
            chat_id: a private chat.
            language_code: two letters; each scope is tried in that language first.
        """
        for scope in (f"chat {chat_id}", "all_private_chats", "default"):
            for language in (language_code, ""):
                if commands := self._commands.get((scope, language)):
                    return commands
        return []

    def _get_me(self, _: Call) -> Json:
        return {
            **self._chats.bot.as_json(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    async def _get_updates(self, call: Call) -> bytes:
        updates = self._chats.updates
        updates.take_over()
        if "allowed_updates" in call.given:
            updates.allow(call.structure("allowed_updates") or [])
        if offset := call.integer("offset"):
            updates.confirm(offset)
        if not len(updates) and (timeout := call.integer("timeout")) > 0:
            await updates.wait(call.hold(), timeout)
        return updates.head(min(max(call.integer("limit", LIMIT), 1), LIMIT))

    def _send_message(self, call: Call) -> Json:
        chat = strict.the_chat(self._chats, call)
        return self._send(chat, strict.the_content(call), call)

    def _send_file(self, call: Call, kind: str) -> Json:
        chat = strict.the_chat(self._chats, call)
        upload = call.upload(kind)
        if upload is None and call.text(kind) not in self._chats.files:
            raise bad_request(
                f"there is no {kind} in the request"
                if not call.text(kind)
                else "wrong remote file identifier specified: Wrong string length"
            )
        file_id = self._chats.keep_file(*upload) if upload else call.text(kind)
        attachment = self._attachment(file_id, kind)
        return self._send(chat, strict.the_caption(call, attachment), call)

    def _send(self, chat: Chat, content: Content, call: Call) -> Json:
        replied = strict.the_replied(chat, call)
        if self._rates is not None:
            self._rates.check(chat.id)
        return self._chats.send(chat, content, replied).as_json()

    def _attachment(self, file_id: str, kind: str) -> Json:
        name, content = self._chats.files[file_id]
        shown: Json = {
            "file_id": file_id,
            "file_unique_id": f"unique-{file_id}",
            "file_size": len(content),
        }
        if kind == "photo":
            return {"photo": [{**shown, "width": 800, "height": 600}]}
        return {"document": {**shown, "file_name": name}}

    def _send_chat_action(self, call: Call) -> bool:
        strict.the_chat(self._chats, call).log.append(Happening(HappeningKind.TYPING))
        return True

    def _edit_text(self, call: Call) -> Json:
        chat = strict.the_chat(self._chats, call)
        message = strict.the_editable(self._chats, chat, call)
        content = strict.the_content(call)
        if message.attachment:
            raise bad_request("there is no text in the message to edit")
        strict.check_modified(message, content)
        return self._chats.edit(chat, message, content).as_json()

    def _edit_markup(self, call: Call) -> Json:
        chat = strict.the_chat(self._chats, call)
        message = strict.the_editable(self._chats, chat, call)
        markup = checked_markup(call.structure("reply_markup"))
        content = Content(message.text, message.entities, markup, message.attachment)
        strict.check_modified(message, content)
        return self._chats.edit(chat, message, content).as_json()

    def _delete(self, call: Call) -> bool:
        chat = strict.the_chat(self._chats, call)
        chat.remove(strict.the_deletable(self._chats, chat, call))
        return True

    def _answer(self, call: Call) -> bool:
        strict.check_answer(self._chats, call)
        chat = self._chats.queries[call.text("callback_query_id")].chat
        said = cleaned(call.text("text")).strip()
        chat.log.append(Happening(HappeningKind.TOAST, None, said, call.flag("show_alert")))
        return True

    def _set_commands(self, call: Call) -> bool:
        self._commands[_scope(call)] = strict.the_commands(call)
        return True

    def _get_commands(self, call: Call) -> list[Json]:
        return self._commands.get(_scope(call), [])

    def _delete_commands(self, call: Call) -> bool:
        self._commands.pop(_scope(call), None)
        return True

    def _describe(self, call: Call, name: str) -> bool:
        if length(call.text(name)) > strict.DESCRIPTION_LIMITS[name]:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        self._profile[name][call.text("language_code")] = call.text(name)
        return True

    def _described(self, call: Call, name: str) -> Json:
        given = self._profile[name]
        return {name: given.get(call.text("language_code")) or given.get("", "")}

    def _get_file(self, call: Call) -> Json:
        file_id = call.text("file_id")
        if file_id not in self._chats.files:
            raise bad_request("invalid file_id")
        _, content = self._chats.files[file_id]
        return {
            "file_id": file_id,
            "file_unique_id": f"unique-{file_id}",
            "file_size": len(content),
            "file_path": f"documents/{file_id}",
        }

    def _delete_webhook(self, call: Call) -> bool:
        if call.flag("drop_pending_updates"):
            self._chats.updates.confirm(2**62)
        return True


def _scope(call: Call) -> tuple[str, str]:
    scope = call.structure("scope") or {"type": "default"}
    kind = str(scope.get("type"))
    name = f"chat {scope.get('chat_id')}" if kind == "chat" else kind
    return name, call.text("language_code")
