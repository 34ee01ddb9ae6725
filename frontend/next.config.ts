import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** server/limits.ts has the same limit for a body with Content-Length. */
const MAX_PAGE_BODY = 256 * 1024;

const here = path.resolve(import.meta.dirname);

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: here,
  // Messages are read from their files when a request comes, so that a namespace is a file and nothing else.
  outputFileTracingIncludes: { "/**": ["./messages/**/*.json"] },
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: here },
  // `make check` checks types; checking again would triple the build time.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Put titles and descriptions into the head for everyone, including readers without scripts.
  htmlLimitedBots: /.*/,
  devIndicators: false,
  // Next buffers every request body while proxy.ts runs: allow slightly more than forward.ts, not 10 MB.
  experimental: { proxyClientMaxBodySize: 2_250_000, serverActions: { bodySizeLimit: MAX_PAGE_BODY } },
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);
