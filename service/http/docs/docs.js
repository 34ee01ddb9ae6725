"use strict";

// Swagger UI has a dark theme and does not ask the reader's system for it.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

window.SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  filter: true,
  displayRequestDuration: true,
  persistAuthorization: false, // a token does not outlive the page
  validatorUrl: null, // no request leaves this host
  queryConfigEnabled: false,
});
