import "../shared/ui/base.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { followLanguage } from "../shared/words/language";
import { App } from "./App";
import { createTabletClient } from "./client";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root");

// Browsers have it over HTTPS only; without it all works but a reload without a connection.
if (import.meta.env.PROD && "serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => undefined);
followLanguage(document.documentElement);
createRoot(root).render(
  <StrictMode>
    <App client={createTabletClient(window.location.origin)} />
  </StrictMode>,
);
