# shellcheck shell=bash
# What the release commands share: where things are, which colour serves, and how a step is said.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
STATE=release.env  # LIVE, BLUE_IMAGE, GREEN_IMAGE: written here, read by compose
HISTORY=releases   # the images that served, newest last
LOG=releases.log

say() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" | tee -a "$LOG"; }

fail() {
    say "FAILED: $*"
    exit 1
}

compose() { docker compose --env-file .env --env-file "$STATE" "$@"; }

# Two releases at once would each stop the other's colour.
only_one() {
    exec 9>.release.lock
    flock --nonblock 9 || { echo "Another release is running. Its steps are in $PWD/$LOG." >&2; exit 75; }
}

need_settings() {
    [[ -f .env ]] || { echo "$PWD/.env is missing: docs/operations.md says what belongs in it." >&2; exit 1; }
    touch "$STATE" "$HISTORY"
}

setting() { sed -n "s/^$1=//p" "$2" | tail -n 1; }
live() { setting LIVE "$STATE"; }
other() { if [[ $1 == blue ]]; then echo green; else echo blue; fi; }
image_of() { setting "${1^^}_IMAGE" "$STATE"; }

# remember NAME VALUE: keep a line of the state. A power cut leaves the old file or the new one.
remember() {
    { grep -v "^$1=" "$STATE" || true; echo "$1=$2"; } > "$STATE.new"
    sync "$STATE.new"
    mv "$STATE.new" "$STATE"
}

healthy() { compose exec -T "api_$1" python -m tableorder.probe </dev/null >/dev/null 2>&1; }
has_own_database() { [[ -z $(setting DB_HOST .env) ]]; }

# once COLOUR COMMAND…: run it in a container of that colour's image. Detached, so that it ends what it began when the
# connection to this machine does not hold.
once() {
    local container code
    container=$(compose run --detach --no-deps "api_$1" "${@:2}" </dev/null 2>/dev/null) || return 1
    code=$(docker wait "$container")
    docker logs "$container" 2>&1 | tee -a "$LOG"
    docker rm --volumes "$container" >/dev/null
    return "$code"
}

# Through Caddy, from inside: true before the name points here and a certificate is there.
answers_through_caddy() { compose exec -T "api_$1" python -m tableorder.probe caddy:2080 </dev/null >/dev/null 2>&1; }

# As a tablet in the room asks.
answers_outside() {
    local name port
    name=$(setting SITE_ADDRESS .env) port=$(setting HTTPS_PORT .env)
    curl --silent --fail --insecure --max-time 5 --connect-to "::127.0.0.1:${port:-443}" \
        "https://${name:-localhost}/api/v1/health" | grep --quiet '"status":"ok"'
}
