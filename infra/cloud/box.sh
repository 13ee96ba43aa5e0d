# shellcheck shell=bash
# The single machine: its address and its data volume first, then what releases need, then the release itself.
# The lines before machine.sh also say ADDRESS and VOLUME.

set -euo pipefail

DATA=/data
HOME_FOLDER=/opt/tableorder

take_address() {
    say "Taking the fixed address."
    aws ec2 associate-address --allocation-id "$ADDRESS" --instance-id "$(about instance-id)" --allow-reassociation \
        >/dev/null
}

# Everything that must outlive the machine is on this volume: Docker's own folder, the release's state, backups.
mount_data() {
    local device=/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${VOLUME//-/}
    if [[ ! -e $device ]]; then
        say "Attaching the data volume."
        aws ec2 wait volume-available --volume-ids "$VOLUME"  # the machine before this one may still be letting go
        aws ec2 attach-volume --volume-id "$VOLUME" --instance-id "$(about instance-id)" --device /dev/sdf >/dev/null
        eventually 120 test -e "$device"
    fi
    # mkfs.xfs itself refuses a volume that has a file system.
    blkid "$device" >/dev/null || mkfs.xfs -q "$device"
    mkdir -p "$DATA"
    grep -q " $DATA " /etc/fstab \
        || echo "UUID=$(blkid -s UUID -o value "$device") $DATA xfs defaults,nofail 0 2" >> /etc/fstab
    mountpoint --quiet "$DATA" || mount "$DATA"
    xfs_growfs "$DATA" >/dev/null
}

start_docker() {
    echo "{\"data-root\": \"$DATA/docker\", \"live-restore\": true}" > /etc/docker/daemon.json
    mkdir -p /etc/systemd/system/docker.service.d
    # Without its volume it would begin anew on the machine's own disk.
    printf '[Unit]\nRequiresMountsFor=%s\n' "$DATA" > /etc/systemd/system/docker.service.d/data.conf
    systemctl daemon-reload
    systemctl enable --quiet --now docker
}

settings() {
    write_settings "$HOME_FOLDER/.env" COMPOSE_PROFILES=production DEMO_STORE=0
}

# What served here last, or what this installation was told to begin with.
release_to_serve() {
    local state=$HOME_FOLDER/release.env live image=""
    if [[ -f $state ]]; then
        live=$(setting LIVE "$state")
        image=$(setting "${live^^}_IMAGE" "$state")
    fi
    if [[ -n $image ]]; then echo "$image"; else wanted_image; fi
}

# The release brings the files that start it.
unpack() {
    local container
    [[ -x $HOME_FOLDER/infra/deploy ]] && return
    eventually 120 docker pull --quiet "$1" >/dev/null
    container=$(docker create "$1")
    docker cp --quiet "$container:/app/box/." "$HOME_FOLDER"
    docker rm --volumes "$container" >/dev/null
}

first_minutes() {
    local image
    take_address
    mount_data
    install_docker
    add_swap
    mkdir -p "$DATA/tableorder"
    ln -sfn "$DATA/tableorder" "$HOME_FOLDER"
    start_docker
    settings
    image=$(release_to_serve)
    sign_in "$image"
    unpack "$image"
    say "Putting $image into service."
    "$HOME_FOLDER/infra/deploy" "$image"
    schedule heartbeat '*:*:00'  # every minute
    schedule prune '*-*-* 19:15:00'
    schedule summarise '*-*-* 21:15:00'  # Korea's business day ends at 20:00
}

# release deploy IMAGE | rollback | refresh | status: what the document NAME-release runs
release() {
    cd "$HOME_FOLDER"
    case $1 in
        deploy)
            sign_in "$2"
            infra/fetch "$2"
            infra/deploy "$2"
            remember_release ;;
        rollback)
            infra/rollback
            remember_release ;;
        refresh) refresh ;;
        *) infra/status ;;
    esac
}

# A machine whose data volume was lost begins with the release that the database knows.
remember_release() {
    aws ssm put-parameter --name "/$NAME/image" --value "$(release_to_serve)" --overwrite >/dev/null
}

# As a tablet asks: by name, with its certificate.
heartbeat() {
    local site healthy=0 used
    site=$(setting SITE_ADDRESS "$HOME_FOLDER/.env")
    if curl -sf --max-time 10 --output /dev/null "https://$site/api/v1/health"; then healthy=1; fi
    used=$(df --output=pcent / "$DATA" | tr -dc '0-9\n' | sort -n | tail -n 1)
    aws cloudwatch put-metric-data --namespace tableorder --metric-data \
        "MetricName=Healthy,Value=$healthy,Dimensions=[{Name=Name,Value=$NAME}]" \
        "MetricName=DiskUsed,Value=$used,Unit=Percent,Dimensions=[{Name=Name,Value=$NAME}]"
}

# After a change of settings: the same release starts with them in the other colour.
refresh() {
    settings
    cd "$HOME_FOLDER"
    infra/deploy "$(release_to_serve)"
    # The nightly backup signs in to the database too.
    docker compose --env-file .env --env-file release.env up --detach --no-deps backup
}

prune() {
    "$HOME_FOLDER/infra/manage" prune_events
    "$HOME_FOLDER/infra/manage" prune_pictures
}

summarise() { "$HOME_FOLDER/infra/manage" summarise_sales; }

case ${1:-set_up} in
    set_up | refresh | release | heartbeat | prune | summarise) "${@:-set_up}" ;;
    *)
        echo "usage: $ITSELF release deploy IMAGE | release rollback | release status | refresh | heartbeat | prune | summarise" >&2
        exit 2 ;;
esac
