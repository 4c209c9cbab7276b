import "../css/site.scss";
import "./banner";
import "./find";
import "./forms";
import "./medicines";
import "./print";
import "./search";
import "./session";
