# shellcheck shell=bash
# A machine's first minutes, and what it does by itself later. infra/up puts this file and box.sh or fleet.sh into the
# template, below lines that say NAME, REGION and STACK. Each step may be done twice. A secret is never an argument of a
# command and never printed.
set -euo pipefail
: "${NAME:?}" "${REGION:?}" "${STACK:?}"
export AWS_DEFAULT_REGION=$REGION AWS_PAGER="" HOME=${HOME:-/root}

COMPOSE=v2.40.3
COMPOSE_SHA256=dba9d98e1ba5bfe11d88c99b9bd32fc4a0624a30fafe68eea34d61a3e42fd372
PLUGIN=/usr/local/lib/docker/cli-plugins/docker-compose
ITSELF=/usr/local/sbin/tableorder-machine

say() { echo "$(date -u +%FT%TZ) $*"; }

about() {
    local token
    token=$(curl -sSf -X PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 60" http://169.254.169.254/latest/api/token)
    curl -sSf -H "X-aws-ec2-metadata-token: $token" "http://169.254.169.254/latest/meta-data/$1"
}

# Amazon Linux has no Compose of its own.
install_docker() {
    say "Installing Docker and Compose $COMPOSE."
    dnf install --quiet --assumeyes docker
    mkdir -p "$(dirname "$PLUGIN")" /etc/docker
    if ! sha256sum --check --status <<<"$COMPOSE_SHA256  $PLUGIN" 2>/dev/null; then
        curl -sSfL --retry 5 --output "$PLUGIN.new" \
            "https://github.com/docker/compose/releases/download/$COMPOSE/docker-compose-linux-x86_64"
        sha256sum --check --status <<<"$COMPOSE_SHA256  $PLUGIN.new" \
            || { say "Compose is not what was expected."; return 1; }
        chmod 755 "$PLUGIN.new"
        mv "$PLUGIN.new" "$PLUGIN"
    fi
}

# A release needs room for two colours for some seconds.
add_swap() {
    grep -q '^/swapfile ' /etc/fstab && return
    dd if=/dev/zero of=/swapfile bs=1M count=1024 status=none
    chmod 600 /swapfile
    mkswap /swapfile >/dev/null
    echo "/swapfile none swap sw 0 0" >> /etc/fstab
    swapon /swapfile
}

# The lines of /NAME/env/ in Parameter Store, as NAME=value. A value that a shell or Compose would change is refused.
stored_settings() {
    local name value
    aws ssm get-parameters-by-path --path "/$NAME/env/" --with-decryption \
        --query 'Parameters[].[Name,Value]' --output text |
        while IFS=$'\t' read -r name value; do
            [[ $value =~ ^[A-Za-z0-9._~:/@,?=+*-]+$ ]] \
                || { say "The value of $name has a character that .env cannot hold." >&2; exit 1; }
            printf '%s=%s\n' "${name##*/}" "$value"
        done
}

# write_settings FILE LINE…: the stored settings and these lines, whole or not at all.
write_settings() {
    local file=$1 needed
    shift
    (
        umask 077
        { echo "# Made by $ITSELF from /$NAME/env/ in Parameter Store: change it there."
          printf '%s\n' "$@"
          stored_settings; } > "$file.new"
    )
    for needed in DB_HOST DB_NAME DB_USER DB_PASSWORD SECRET_KEY JWT_SECRET SITE_ADDRESS; do
        grep -q "^$needed=" "$file.new" || { say "/$NAME/env/$needed is missing."; return 1; }
    done
    mv "$file.new" "$file"
}

setting() { sed -n "s/^$1=//p" "$2"; }

# Needed for a private registry alone.
sign_in() {
    local token
    token=$(aws ssm get-parameter --name "/$NAME/registry-token" --with-decryption \
        --query Parameter.Value --output text 2>/dev/null) || return 0
    docker login "${1%%/*}" --username tableorder --password-stdin <<<"$token" >/dev/null 2>&1 \
        || say "WARNING: ${1%%/*} refuses /$NAME/registry-token."
}

wanted_image() { aws ssm get-parameter --name "/$NAME/image" --query Parameter.Value --output text; }

eventually() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 1
    done
}

# schedule COMMAND WHEN: this file with COMMAND, as a systemd calendar says.
schedule() {
    cat > "/etc/systemd/system/tableorder-$1.service" <<UNIT
[Unit]
Description=tableorder: $1
[Service]
Type=oneshot
ExecStart=$ITSELF $1
UNIT
    cat > "/etc/systemd/system/tableorder-$1.timer" <<UNIT
[Unit]
Description=tableorder: $1
[Timer]
OnCalendar=$2
Persistent=true
[Install]
WantedBy=timers.target
UNIT
    systemctl daemon-reload
    systemctl enable --quiet --now "tableorder-$1.timer"
}

# CloudFormation waits for this. Later starts of a machine have nobody who waits.
tell_stack() {
    aws cloudformation signal-resource --stack-name "$STACK" --logical-resource-id Machines \
        --unique-id "$(about instance-id)" --status "$1" 2>/dev/null || true
}

set_up() {
    trap 'tell_stack FAILURE; say "FAILED: this machine does not serve."' ERR
    set -E
    install -D -m 755 "$0" "$ITSELF"
    first_minutes
    tell_stack SUCCESS
    say "Done: this machine serves."
}
