// On every page: htmx, the theme, the list of shortcuts, searches.
import "../htmx.js";
import { followSearches } from "../searching.js";
import { followTheme } from "../theme.js";
import { followShortcuts } from "../shortcuts.js";

followTheme();
followShortcuts();
followSearches();
