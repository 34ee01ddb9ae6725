"""Run the peer on uvicorn: `python -m bench.peers.fastapi --port 8000 --workers 2`."""

import argparse
import os

import uvicorn

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    proxies = os.environ.get("TRUSTED_PROXIES", "")
    uvicorn.run(
        "bench.peers.fastapi.app:app",
        host="127.0.0.1",
        port=options.port,
        workers=options.workers,
        loop="uvloop",
        http="httptools",
        log_level="warning",
        access_log=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies,
    )
