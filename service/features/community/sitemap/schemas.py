"""Wire types of the sitemap."""

from datetime import datetime

from service.http.schema.output import Output


class SitemapFile(Output):
    """File of the sitemap with `urls` addresses, built at `built_at`."""

    name: str
    urls: int
    built_at: datetime
