"""A bot that does nothing: python-telegram-bot as it comes, every text sent back as it is."""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Send a text back."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(base_url: str) -> None:
    """Poll until a signal comes."""
    application = Application.builder().token("1:load").base_url(base_url).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1])
