import "../css/site.scss";
import "./find";
import "./forms";
import "./medicines";
import "./search";
import "./session";
