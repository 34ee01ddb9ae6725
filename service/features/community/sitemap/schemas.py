"""Wire types of the sitemap."""

from datetime import datetime

from attrs import frozen


@frozen(kw_only=True)
class SitemapFile:
    """One file of the sitemap: `urls` addresses, as they were at `built_at`."""

    name: str
    urls: int
    built_at: datetime
