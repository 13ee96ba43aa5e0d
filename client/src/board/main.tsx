import "../shared/ui/base.css";
import "./theme/theme.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { followLanguage } from "../shared/words/language";
import { App } from "./App";
import { createStaffClient } from "./client";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root");

followLanguage(document.documentElement);
createRoot(root).render(
  <StrictMode>
    <App client={createStaffClient(window.location.origin)} />
  </StrictMode>,
);
