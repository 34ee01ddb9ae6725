# The service image: API, worker and migrations are three commands of one image.

FROM python:3.13-slim-bookworm AS build
WORKDIR /srv
# The image has only the service's own packages: no development tools, no embedded servers.
COPY requirements/service.txt requirements/
RUN python -m venv .venv && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements/service.txt
COPY service service
COPY sql sql
COPY migrations migrations
RUN /srv/.venv/bin/python -m compileall -q service

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /srv --shell /usr/sbin/nologin service
WORKDIR /srv
COPY --from=build --chown=root:root /srv /srv
ENV PATH=/srv/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    MODE=production HOST=0.0.0.0 PORT=8000 METRICS_HOST=0.0.0.0 METRICS_PORT=9100 LOG_FORMAT=json
USER 10001:10001
EXPOSE 8000 9100
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f\"http://127.0.0.1:{os.environ['PORT']}/livez\", timeout=2)"]
ENTRYPOINT ["python", "-m", "service"]
CMD ["serve"]
