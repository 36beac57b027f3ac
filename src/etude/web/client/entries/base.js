// On every page: htmx, the theme, the list of shortcuts.
import "../htmx.js";
import { followTheme } from "../theme.js";
import { followShortcuts } from "../shortcuts.js";

followTheme();
followShortcuts();
