import type { MetadataRoute } from "next";
import { webUrl } from "@/lib/env";

export const dynamic = "force-dynamic"; // the site's URL is known at run time

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      disallow: ["/api/", "/session/", "/admin", "/settings", "/me", "/notifications", "/invitations", "/search", "/report"],
    },
    sitemap: `${webUrl()}/sitemap.xml`,
  };
}
