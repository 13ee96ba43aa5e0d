import "../shared/ui/base.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { followLanguage } from "../shared/words/language";
import { Preview } from "./Preview";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root");

followLanguage(document.documentElement);
createRoot(root).render(
  <StrictMode>
    <Preview source={`${window.location.pathname}menu`} />
  </StrictMode>,
);
