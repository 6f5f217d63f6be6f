#!/bin/sh
# Make a virtual environment: `sh scripts/venv.sh FOLDER`. $PYTHON names the Python to make it with;
# without it, the newest one on the path that is new enough is used.
set -eu

folder=$1
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

find_python() {
    for name in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3 python}; do
        if "$name" -c "$new_enough" 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    if [ -n "${PYTHON:-}" ]; then
        echo "PYTHON=$PYTHON is not a Python 3.11 or newer; name one that is, or leave PYTHON out." >&2
    else
        echo "No Python 3.11 or newer was found; install one (Debian, Ubuntu: apt-get install python3 python3-venv;" \
            "macOS: brew install python), or name yours: make run PYTHON=/path/to/python3" >&2
    fi
    return 1
}

# Debian and Ubuntu keep the part of Python that puts pip into an environment in a package of its own.
add_ensurepip() {
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y "$package"; } >&2
    fi
}

python=$(find_python)
rm -rf "$folder"
"$python" -c 'import ensurepip, venv' 2>/dev/null || add_ensurepip || true
if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    "$python" -m venv "$folder"
elif "$python" -m venv --without-pip "$folder" 2>/dev/null &&
    "$python" -m pip --python "$folder/bin/python" install --quiet pip 2>/dev/null; then
    : # the pip of the system has put one into the environment
else
    rm -rf "$folder"
    echo "$python cannot make an environment with pip; run 'sudo apt-get install ${package:-python3-venv}' once" \
        "and give the command again." >&2
    exit 1
fi
