"""What the configuration promises: every key by every source, and all faults at once."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import Settings, load
from bot.config.faults import RIGHT, WrongConfiguration
from bot.domain.clock.hours import Hours
from bot.domain.records.profile import QUIET_HOURS
from bot.languages import Language

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAE-secret_secret_secret_secret"  # noqa: S105  (opens nothing)
KEYS: list[tuple[str, str, str, Any]] = [
    ("data_dir", '"elsewhere"', "elsewhere", Path("elsewhere")),
    ("language", '"nb"', "nb", Language.NB),
    ("time_zone", '"Europe/Oslo"', "Europe/Oslo", "Europe/Oslo"),
    ("telegram.token", f'"{TOKEN}"', TOKEN, TOKEN),
    ("telegram.base_url", '"http://127.0.0.1:8081/bot"', "http://127.0.0.1:8081/bot", None),
    ("telegram.base_file_url", '"https://x.example/f"', "https://x.example/f", None),
    ("telegram.allowed_users", "[1, 23]", "[1,23]", (1, 23)),
    ("schedule.heartbeat", "0.1", "0.1", 0.1),
    ("schedule.quiet_hours", '"22:30-07:00"', "22:30-07:00", Hours(time(22, 30), time(7))),
    ("drafts.model.base_url", '"http://localhost:1/v1"', "http://localhost:1/v1", None),
    ("drafts.model.name", '"tiny"', "tiny", None),
    ("drafts.model.key", '"s3cret"', "s3cret", None),
    ("log.level", '"debug"', "debug", "debug"),
    ("log.format", '"json"', "json", "json"),
]
"""Every key, as in TOML, as in the environment, and as it is read (None: the same text)."""

NEEDS = {"drafts.model.base_url": {"HEI_DRAFTS__MODEL__NAME": "tiny"}}
"""What has to be chosen with a key."""

by_key = pytest.mark.parametrize(("key", "toml", "text", "value"), KEYS, ids=[k[0] for k in KEYS])


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


def read(environ: Mapping[str, str] | None = None, config: Path | None = None) -> Settings:
    """Return the settings of this environment, without secrets that a machine may have."""
    return load(config, environ or {}, Path("none"))


def faults_of(environ: Mapping[str, str] | None = None, config: Path | None = None) -> list[str]:
    """Return the faults of this environment."""
    with pytest.raises(WrongConfiguration) as wrong:
        read(environ, config)
    return list(wrong.value.faults)


def value_of(settings: Settings, key: str) -> Any:
    """Return one value by its key."""
    found: Any = settings
    for part in key.split("."):
        found = getattr(found, part)
    return found.get_secret_value() if isinstance(found, SecretStr) else found


def line(key: str, toml: str) -> str:
    """Return a key and its value as TOML takes them."""
    return f"{key} = {toml}\n"


def test_without_anything_the_defaults_hold() -> None:
    """A machine that says nothing gets the defaults: nobody admitted, no token."""
    settings = read()
    assert settings == Settings()
    assert settings.telegram.token is None
    assert settings.telegram.allowed_users == ()
    assert settings.schedule.quiet_hours == QUIET_HOURS
    assert settings.data_dir == Path("data")


@by_key
def test_every_key_in_toml(key: str, toml: str, text: str, value: Any) -> None:
    """Every key can stand in config.toml of the current folder."""
    Path("config.toml").write_text(line(key, toml), "utf-8")
    assert value_of(read(NEEDS.get(key)), key) == (text if value is None else value)


@by_key
def test_every_key_in_the_environment(key: str, toml: str, text: str, value: Any) -> None:
    """Every key can be an environment variable, and wins over secrets and TOML."""
    Path("config.toml").write_text(line(key, toml), "utf-8")
    name = "HEI_" + key.upper().replace(".", "__")
    assert value_of(read({name: text, **NEEDS.get(key, {})}), key) == (
        text if value is None else value
    )


@by_key
def test_every_key_in_a_secrets_folder(key: str, toml: str, text: str, value: Any) -> None:  # noqa: ARG001
    """Every key can be a file in a secrets folder, in any case, with a line end behind it."""
    Path("kept").mkdir()
    (Path("kept") / f"Hei_{key.replace('.', '__').upper()}").write_text(text + "\n", "utf-8")
    settings = read({"HEI_SECRETS_DIR": "kept", **NEEDS.get(key, {})})
    assert value_of(settings, key) == (text if value is None else value)


def test_later_sources_win(tmp_path: Path) -> None:
    """Defaults, TOML, /run/secrets, HEI_SECRETS_DIR, environment: each wins over those before."""
    Path("config.toml").write_text('[log]\nlevel = "debug"\nformat = "json"\n', "utf-8")
    run, kept = tmp_path / "run", tmp_path / "kept"
    run.mkdir()
    kept.mkdir()
    (run / "hei_log__level").write_text("warning", "utf-8")
    (run / "hei_language").write_text("nb", "utf-8")
    (run / "other_secret").write_text("not ours", "utf-8")
    (kept / "hei_language").write_text("sv", "utf-8")
    environ = {"HEI_SECRETS_DIR": str(kept), "HEI_TIME_ZONE": "Asia/Tokyo"}
    settings = load(None, environ, run)
    assert (settings.log.format, settings.log.level) == ("json", "warning")
    assert (settings.language, settings.time_zone) == (Language.SV, "Asia/Tokyo")
    assert load(None, {**environ, "HEI_LOG__LEVEL": "error"}, run).log.level == "error"


def test_which_file_is_read(tmp_path: Path) -> None:
    """The file named on the command line wins over HEI_CONFIG, and that over config.toml."""
    for name, language in (("config.toml", "en"), ("env.toml", "nb"), ("named.toml", "sv")):
        Path(name).write_text(line("language", f'"{language}"'), "utf-8")
    assert read().language is Language.EN
    assert read({"HEI_CONFIG": "env.toml"}).language is Language.NB
    assert read({"HEI_CONFIG": "env.toml"}, tmp_path / "named.toml").language is Language.SV


def test_an_empty_variable_says_nothing() -> None:
    """A variable that is set to nothing, as compose files do, leaves the default."""
    assert read({"HEI_TELEGRAM__TOKEN": "", "HEI_CONFIG": ""}) == Settings()


def test_all_faults_are_named_at_once() -> None:
    """Every wrong key of every source has its line: the key, what is wrong, what would be right."""
    Path("config.toml").write_text('colour = "red"\n[telegram]\nallowed_users = 5\n', "utf-8")
    environ = {
        "HEI_LANGUAGE": "klingon",
        "HEI_TIME_ZONE": "Oslo",
        "HEI_SCHEDULE__HEARTBEAT": "0.05",
        "HEI_SCHEDULE__QUIET_HOURS": "25:00-08:00",
        "HEI_LOG__LEVEL": "loud",
        "HEI_TELEGRAM__BASE_URL": "ftp://x",
        "HEI_SHOE_SIZE": "44",
        "HEI_SECRETS_DIR": "missing",
    }
    faults = faults_of(environ)
    assert len(faults) == 10
    expected = {
        "colour": "no such key",
        "telegram.allowed_users": "a list of Telegram user ids",
        "language": "en, nb or sv",
        "time_zone": "an IANA time zone",
        "schedule.heartbeat": "seconds, at least 0.1",
        "schedule.quiet_hours": "such as 21:00-08:00",
        "log.level": "debug, info, warning or error",
        "telegram.base_url": "an address the token is appended to",
        "shoe_size": "no such key",
        "secrets folder": "cannot be read",
    }
    by_start = {fault.partition(":")[0]: fault for fault in faults}
    assert {key: words in by_start[key] for key, words in expected.items()} == dict.fromkeys(
        expected, True
    )
    assert "'klingon'" in by_start["language"]
    assert "HEI_LANGUAGE" in by_start["language"]
    assert "config.toml" in by_start["colour"]
    assert all("\n" not in fault for fault in faults)


@pytest.mark.parametrize("token", ["my secret token", "987654321", "123:abc def", "a:b"])
def test_a_wrong_token_is_not_quoted(token: str) -> None:
    """A token that is none is named as a fault without a letter of it."""
    (fault,) = faults_of({"HEI_TELEGRAM__TOKEN": token})
    assert fault.startswith("telegram.token: this value will not do")
    assert token not in fault
    assert TOKEN not in repr(read({"HEI_TELEGRAM__TOKEN": TOKEN}))


def test_a_long_value_is_cut() -> None:
    """A fault quotes no more of a value than helps to find it."""
    (fault,) = faults_of({"HEI_LANGUAGE": "x" * 1000})
    assert len(fault) < 200


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8081",
        "http://127.0.0.1:99999/bot",
        "http://127.0.0.1:0/bot",
        "http://[::1/bot",
        "http:///bot",
        "http://a b/bot",
        "telegram",
    ],
)
def test_an_address_can_take_a_token(address: str) -> None:
    """What the token is appended to has a host, a port that can be, and the beginning of a path."""
    (fault,) = faults_of({"HEI_TELEGRAM__BASE_URL": address})
    assert fault.startswith("telegram.base_url: ")


@pytest.mark.parametrize("address", ["http://[::1]:8081/bot", "https://example.org/x/{token}/"])
def test_any_address_with_a_path_will_do(address: str) -> None:
    """A Bot API may stand anywhere."""
    assert read({"HEI_TELEGRAM__BASE_URL": address}).telegram.base_url == address


def test_true_is_no_id() -> None:
    """Python would count it as 1."""
    Path("config.toml").write_text("[telegram]\nallowed_users = [true]\n", "utf-8")
    assert faults_of()[0].startswith("telegram.allowed_users: ")


def test_one_secret_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    """Each file of a secrets folder is looked at."""
    (tmp_path / "hei_data_dir").mkdir()
    (tmp_path / "hei_language").write_text("klingon", "utf-8")
    unreadable, language = faults_of({"HEI_SECRETS_DIR": str(tmp_path)})
    assert unreadable.startswith(f"{tmp_path / 'hei_data_dir'}: cannot be read")
    assert language.startswith("language: 'klingon'")


@pytest.mark.parametrize("body", ["", "x = 1\n"])
def test_an_unknown_section_is_named_with_its_file(body: str) -> None:
    """A section that there is not is a fault, also when it is empty."""
    Path("config.toml").write_text(f"[bogus]\n{body}", "utf-8")
    (fault,) = faults_of()
    assert fault.startswith("bogus: no such key")
    assert fault.endswith("(config.toml)")


def test_an_empty_section_hides_nothing() -> None:
    """A section without keys in the file leaves those of the environment alone."""
    Path("config.toml").write_text("[log]\n", "utf-8")
    assert read({"HEI_LOG__LEVEL": "error"}).log.level == "error"


@pytest.mark.parametrize("ids", ["[1", '["a"]', "[0]", "[-5]", "7", "{}"])
def test_ids_are_positive_numbers(ids: str) -> None:
    """A list of ids is JSON, and each is a positive number; a fault names the key alone."""
    (fault,) = faults_of({"HEI_TELEGRAM__ALLOWED_USERS": ids})
    assert fault.startswith("telegram.allowed_users: ")


@pytest.mark.parametrize("hours", ["21:00", "21-8", "21:60-08:00", "nine to five", "21:00-24:00"])
def test_hours_are_two_times(hours: str) -> None:
    """Quiet hours are two times of day."""
    assert len(faults_of({"HEI_SCHEDULE__QUIET_HOURS": hours})) == 1


def test_hours_in_toml_are_a_text() -> None:
    """A number is no time of day."""
    Path("config.toml").write_text("[schedule]\nquiet_hours = 21\n", "utf-8")
    assert len(faults_of()) == 1


@pytest.mark.parametrize("beat", ["nan", "inf", "-1", "often"])
def test_the_heartbeat_is_a_sane_number(beat: str) -> None:
    """A heartbeat is a number of seconds."""
    assert len(faults_of({"HEI_SCHEDULE__HEARTBEAT": beat})) == 1


def test_a_value_in_place_of_a_section() -> None:
    """A section is no value: it is named, also where the section has keys besides."""
    assert faults_of({"HEI_LOG": "x"})[0].startswith("log: 'x' will not do")
    both = {"HEI_LOG": "x", "HEI_LOG__LEVEL": "debug"}
    assert faults_of(both)[0].startswith("log: 'x' will not do")
    Path("config.toml").write_text("telegram = 3\n", "utf-8")
    assert faults_of()[0].startswith("telegram: 3 will not do")


def test_a_section_in_place_of_a_value() -> None:
    """A value is no section."""
    Path("config.toml").write_text("[language]\nx = 1\n", "utf-8")
    assert faults_of()[0].startswith("language: ")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"language = ", "not valid TOML"), (b"\xff\xfe", "not UTF-8"), (None, "No such file")],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, words: str) -> None:
    """A named file that is missing, no text or no TOML is one clear line; others are told too."""
    path = tmp_path / "hei.toml"
    if content is not None:
        path.write_bytes(content)
    first, second = faults_of({"HEI_LANGUAGE": "xx"}, path)
    assert first.startswith(f"{path}: ")
    assert words in first
    assert second.startswith("language: ")


def test_the_folder_is_known_all_the_same() -> None:
    """A wrong configuration tells which data folder it means, so that it can be looked at."""
    with pytest.raises(WrongConfiguration) as wrong:
        read({"HEI_LANGUAGE": "xx", "HEI_DATA_DIR": "there"})
    assert wrong.value.data_dir == Path("there")
    with pytest.raises(WrongConfiguration) as wrong:
        read({"HEI_LANGUAGE": "xx"})
    assert wrong.value.data_dir == Path("data")
    Path("config.toml").write_text("data_dir = 3\n", "utf-8")
    with pytest.raises(WrongConfiguration) as wrong:
        read()
    assert wrong.value.data_dir is None


def test_the_example_documents_every_key() -> None:
    """config.example.toml holds every key with its default; the token as a comment."""
    path = ROOT / "config.example.toml"
    assert read(config=path) == Settings()
    shown = re.sub(r"^# (?=\w+ = )", "", path.read_text("utf-8"), flags=re.MULTILINE)
    keys = set(keys_in(tomllib.loads(shown)))
    sections = {"telegram", "schedule", "drafts", "drafts.model", "log"}
    assert keys == {key for key, *_ in KEYS}
    assert keys == RIGHT.keys() - sections


def keys_in(tree: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of a TOML file, with those of the sections above them before a dot."""
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from (f"{name}.{key}" for key in keys_in(value))
        else:
            yield name


def test_a_server_needs_the_name_of_a_model() -> None:
    """An address alone is half a model; so is an address that is none."""
    url = "HEI_DRAFTS__MODEL__BASE_URL"
    assert [line.split(":")[0] for line in faults_of({url: "http://localhost:1/v1"})] == [
        "drafts.model.name"
    ]
    for wrong in ("localhost:11434", "ftp://x/v1", "http://", "http://x/v1?key=1", "http://x y"):
        faults = faults_of({url: wrong, "HEI_DRAFTS__MODEL__NAME": "tiny"})
        assert [line.split(":")[0] for line in faults] == ["drafts.model.base_url"]
    assert read({"HEI_DRAFTS__MODEL__NAME": "tiny"}).drafts.model.base_url is None


def test_a_home_folder_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A data folder may begin with a tilde."""
    monkeypatch.setenv("HOME", str(tmp_path))
    assert read({"HEI_DATA_DIR": "~/hei"}).data_dir == tmp_path / "hei"


def test_a_home_folder_is_understood_beside_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data of a configuration with a fault are looked for where they lie."""
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(WrongConfiguration) as wrong:
        read({"HEI_DATA_DIR": "~/hei", "HEI_LANGUAGE": "xx"})
    assert wrong.value.data_dir == tmp_path / "hei"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HEI_DATA_DIR", "~nobody-of-that-name/hei"),
        ("HEI_DATA_DIR", "a\0b"),
        ("HEI_TELEGRAM__ALLOWED_USERS", "[" * 100_000),
    ],
)
def test_what_cannot_even_be_looked_at_is_one_line(name: str, value: str) -> None:
    """No value ends in a traceback."""
    with pytest.raises(WrongConfiguration) as wrong:
        read({name: value})
    assert len(wrong.value.faults) == 1
