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
  // `make check` asks for types; a build would ask once more, and takes three times as long for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Titles and descriptions stand in the head for everybody, also where no script runs.
  htmlLimitedBots: /.*/,
  devIndicators: false,
  // Next holds the body of every request in memory while proxy.ts runs: a little more than forward.ts takes, not 10 MB.
  experimental: { proxyClientMaxBodySize: 2_250_000, serverActions: { bodySizeLimit: MAX_PAGE_BODY } },
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);
