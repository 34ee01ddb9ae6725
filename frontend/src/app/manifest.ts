import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "AIpoweredMakers",
    short_name: "Makers",
    description: "What people build with AI, and exactly how they did it.",
    start_url: "/",
    display: "browser",
    background_color: "#fbf9f5",
    theme_color: "#fbf9f5",
    icons: [{ src: "/icon.svg", type: "image/svg+xml", sizes: "any" }],
  };
}
