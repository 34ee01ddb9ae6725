import type { MetadataRoute } from "next";
import { webUrl } from "@/lib/env";

export const dynamic = "force-dynamic"; // where the site is, is known when it runs

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      disallow: ["/api/", "/session/", "/admin", "/settings", "/me", "/notifications", "/invitations", "/search", "/report"],
    },
    sitemap: `${webUrl()}/sitemap.xml`,
  };
}
