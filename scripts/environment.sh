# Sourced by the other scripts: makes .venv from a lock, once, and sets $python.
# shellcheck shell=sh
#
#   set_up requirements.lock [requirements-test.lock]
#
# Works with nothing but a Python >= 3.11 and pip (Debian's python3 has no ensurepip). A stamp of
# the locks, the interpreter and the place makes the second run free.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=${KIOSK_VENV:-$root/.venv}

# Settings of a developer's shell must not change what a kiosk runs.
unset PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONDONTWRITEBYTECODE
export PYTHONUTF8=1

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

find_interpreter() {
    for candidate in ${KIOSK_PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            interpreter=$(command -v "$candidate")
            return
        fi
    done
    fail "Python 3.11 ou plus récent est nécessaire. Python 3.11 or newer is needed." \
        "  Debian, Ubuntu: sudo apt install python3 python3-pip"
}

stamp_of() {
    # The interpreter, the place (console commands hold it) and the file installed from.
    "$interpreter" -c 'import sys; print(sys.version, sys.base_prefix)'
    printf '%s\n' "$root"
    cat "$root/pyproject.toml" "$root/$1"
}

is_current() {
    [ "$(cat "$venv/.stamp-$1" 2>/dev/null)" = "$(stamp_of "$1" | cksum)" ]
}

set_up() {
    mkdir -p "$root/inbox" 2>/dev/null || : # where the guide says to put files
    find_interpreter
    python=$venv/bin/python
    wanting=
    for lock in "$@"; do is_current "$lock" || wanting="$wanting $lock"; done
    [ -n "$wanting" ] || return 0
    printf '%s\n' "Préparation, une seule fois (une à trois minutes)…" \
        "Setting up, once (one to three minutes)…" >&2
    if ! is_current "$1"; then
        # Never mend an old or half-made environment.
        rm -rf "$venv"
        wanting=$*
        "$interpreter" -m venv --without-pip "$venv" ||
            fail "Impossible de créer $venv. Cannot create $venv." \
                "  Debian, Ubuntu: sudo apt install python3-venv python3-pip"
    fi
    if "$interpreter" -m pip --version >/dev/null 2>&1; then
        pip() { "$interpreter" -m pip --python "$python" --disable-pip-version-check "$@"; }
    else
        "$python" -m ensurepip >/dev/null 2>&1 ||
            fail "pip est nécessaire. pip is needed." "  Debian, Ubuntu: sudo apt install python3-pip"
        pip() { "$python" -m pip --disable-pip-version-check "$@"; }
    fi
    for lock in $wanting; do
        pip install --quiet --require-hashes -r "$root/$lock" >&2 ||
            fail "L'installation des bibliothèques a échoué (réseau ?)." \
                "Installing the libraries failed (network?)." \
                "  Relancez la même commande. Run the same command again."
    done
    if [ ! -x "$venv/bin/kiosk" ]; then
        pip install --quiet --no-deps --no-build-isolation --editable "$root" >&2 ||
            fail "L'installation du projet a échoué. Installing the project failed."
    fi
    # Written last: what was interrupted is made again.
    for lock in $wanting; do stamp_of "$lock" | cksum >"$venv/.stamp-$lock"; done
}
