# The server in one image: JSON, event streams, screens and back office on port 3000, as a user without rights.
#   docker run IMAGE                              serves (without any environment: development, on SQLite in /data)
#   docker run IMAGE manage.py migrate            and every other command of Django's
# What changes seldom comes first, so that a change of code rebuilds in seconds.

FROM node:22-bookworm-slim AS client
WORKDIR /build/client
COPY client/package.json client/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY client ./
RUN npm run build

FROM python:3.12-slim-bookworm AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /build
COPY requirements.txt ./
# Wheels alone: nothing is compiled, so no compiler is needed. pip stays outside of what is shipped, and so do
# translations' sources and languages that we do not speak.
RUN python -m venv --without-pip /opt/venv \
    && pip --python /opt/venv install --quiet --only-binary :all: --require-hashes -r requirements.txt \
    && find /opt/venv -path '*/locale/*' \( -name '*.po' -o -name '*.mo' ! -path '*/ko/*' ! -path '*/en/*' \) -delete

FROM packages AS application
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY manage.py ./
COPY accounts accounts
COPY menu menu
COPY tables tables
COPY orders orders
COPY templates templates
COPY tableorder tableorder
COPY --from=client /build/client/dist client/dist
RUN DATA_DIR=/tmp python manage.py collectstatic --no-input --verbosity 0 \
    && python -m whitenoise.compress --quiet client/dist \
    && python -m compileall -q accounts menu tables orders tableorder
# What a machine needs to run the image; infra/fetch takes it from there.
COPY docker-compose.yml box/
COPY infra/deploy infra/rollback infra/status infra/manage infra/fetch infra/backup infra/restore box/infra/
COPY infra/box box/infra/box
COPY infra/caddy box/infra/caddy

FROM python:3.12-slim-bookworm
ARG VERSION=development
ARG REVISION=unknown
ARG SOURCE=
RUN useradd --system --uid 10001 --home-dir /data --create-home --shell /usr/sbin/nologin tableorder \
    && install --directory --owner tableorder --group tableorder /data/media
COPY --from=packages /opt/venv /opt/venv
COPY --from=application /app /app
ENV PATH=/opt/venv/bin:/app:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATA_DIR=/data
WORKDIR /app
USER tableorder
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=4s --start-period=30s --retries=3 CMD ["python", "-m", "tableorder.probe"]
CMD ["gunicorn", "-c", "tableorder/gunicorn.py", "tableorder.asgi:application"]
LABEL org.opencontainers.image.title="tableorder" \
      org.opencontainers.image.description="Guests order from a tablet on their table; staff see it at once." \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.source="$SOURCE"
