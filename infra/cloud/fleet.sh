# shellcheck shell=bash
# One of several machines behind the load balancer: the shared folder of pictures, and one container of the release.
# The lines before machine.sh also say FILES, ACCESS_POINT and IMAGE.

set -euo pipefail

DATA=/data
SETTINGS=/etc/tableorder.env

mount_files() {
    say "Mounting the pictures."
    dnf install --quiet --assumeyes amazon-efs-utils
    mkdir -p "$DATA"
    grep -q " $DATA " /etc/fstab || echo "$FILES:/ $DATA efs _netdev,tls,accesspoint=$ACCESS_POINT 0 0" >> /etc/fstab
    mountpoint --quiet "$DATA" || eventually 120 mount "$DATA"
    mkdir -p "$DATA/media"
}

settings() {
    local host
    write_settings "$SETTINGS" APP_ENV=production NUM_PROXIES=1 MEDIA_ROOT=/data/media
    host=$(setting SITE_ADDRESS "$SETTINGS")
    printf '%s\n' "ALLOWED_HOSTS=$host" "CSRF_TRUSTED_ORIGINS=https://$host" "DATABASE_URL=$(database_url)" \
        >> "$SETTINGS"
}

database_url() {
    local user password host name
    user=$(setting DB_USER "$SETTINGS")
    password=$(setting DB_PASSWORD "$SETTINGS")
    host=$(setting DB_HOST "$SETTINGS")
    name=$(setting DB_NAME "$SETTINGS")
    echo "postgres://$user:$password@$host:5432/$name?sslmode=require"
}

serve() {
    local server=(--env-file "$SETTINGS" --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges)
    say "Putting $IMAGE into service."
    # One machine at a time: the first migrates, the others find it done.
    flock "$DATA/migrating" docker run --rm "${server[@]}" "$IMAGE" manage.py migrate --no-input
    docker rm --force tableorder >/dev/null 2>&1 || true
    docker run --detach --name tableorder --restart unless-stopped --stop-timeout 25 --publish 3000:3000 \
        --log-opt max-size=10m --log-opt max-file=5 --volume "$DATA/media:/data/media" "${server[@]}" "$IMAGE" >/dev/null
    eventually 120 curl -sf --output /dev/null http://127.0.0.1:3000/api/v1/health
    # A release may want sales added up anew: ahead of the first report, and while it serves.
    docker exec --detach tableorder manage.py summarise_sales
}

first_minutes() {
    install_docker
    systemctl enable --quiet --now docker
    add_swap
    mount_files
    settings
    sign_in "$IMAGE"
    eventually 120 docker pull --quiet "$IMAGE" >/dev/null
    serve
    schedule prune '*-*-* 19:15:00'
    schedule summarise '*-*-* 21:15:00'  # Korea's business day ends at 20:00
}

# After a change of settings. The load balancer sends nobody here for the seconds that it takes.
refresh() {
    settings
    serve
}

# On every machine; the second finds nothing left to do.
prune() {
    docker exec tableorder manage.py prune_events
    docker exec tableorder manage.py prune_pictures
}

# On every machine; those that run at once share the days.
summarise() { docker exec tableorder manage.py summarise_sales; }

case ${1:-set_up} in
    set_up | refresh | prune | summarise) "${@:-set_up}" ;;
    *) echo "usage: $ITSELF refresh | prune | summarise" >&2; exit 2 ;;
esac
