"""Wire types of the sitemap."""

from datetime import datetime

from attrs import frozen


@frozen(kw_only=True)
class SitemapFile:
    """File of the sitemap with `urls` addresses, built at `built_at`."""

    name: str
    urls: int
    built_at: datetime
