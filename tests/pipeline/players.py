"""Who plays the engine, the cloud and the site; a test changes the one answer that it is about."""

from tests.pipeline.desk import Desk

DIGEST = "sha256:" + "5a" * 32
PUBLISHED = f"ghcr.io/han-river/tableorder@{DIGEST}"
WELL = """echo '{"status":"ok","checks":{"database":"ok"}}'"""

DOCKER = """
case "$*" in
"build "*) {build} ;;
*"id -u") {user} ;;
*"command -v"*) {tools} ;;
*"find /app"*) {secrets} ;;
"history "*" python:"*) echo 50000000; echo 80000000 ;;
"history "*) {size} ;;
*"manage.py migrate"*) {migrate} ;;
*"--detach"*) {start} ;;
"port "*) echo 127.0.0.1:40404 ;;
"exec "*) {probe} ;;
*"check --deploy"*) {check} ;;
"login "*) cat > "$DESK/token"; echo "$DOCKER_CONFIG" > "$DESK/config"; {login} ;;
"push "*) {push} ;;
"image inspect "*RepoDigests*) {digests} ;;
"image inspect "*) echo 0123abc ;;
esac
"""
# SSM's answers, as the AWS CLI prints them with --output text.
AWS = """
case "$1 $2 $*" in
"ssm send-command "*Action=deploy*) {send} ;;
"ssm send-command "*) echo c-2 ;;
"ssm list-command-invocations "*) {machine} ;;
*" --query Status") {status} ;;
*" --query StandardOutputContent") {log} ;;
*" --query StandardErrorContent") echo ;;
*" --query join("*) echo 'Failed, exit 75' ;;
*) exit 9 ;;
esac
"""


def play_engine(desk: Desk, **answers: str) -> None:
    """A good image, unless an answer says otherwise."""
    usual = dict.fromkeys(
        ("build", "tools", "secrets", "migrate", "start", "probe", "check", "login", "push"), "true"
    ) | {
        "user": "echo 10001",
        "size": "echo 50000000; echo 80000000; echo 88000000",
        "digests": f"echo mirror.test/tableorder@{DIGEST}; echo {PUBLISHED}",
    }
    desk.play("docker", DOCKER.format(**usual | answers))


def play_cloud(desk: Desk, **answers: str) -> None:
    """A machine that does what it is asked, unless an answer says otherwise."""
    usual = {"send": "echo c-1", "machine": "echo i-0a1b2c3d", "status": "echo Success", "log": "echo Done."}
    desk.play("aws", AWS.format(**usual | answers))
    desk.environment |= {"INSTALLATION": "han-river", "WAIT_SECONDS": "1", "TAKEN_WITHIN": "1"}


def once(first: str, then: str) -> str:
    """One answer the first time, another one later."""
    return f'if [[ -e "$DESK/asked" ]]; then {then}; else touch "$DESK/asked"; {first}; fi'
