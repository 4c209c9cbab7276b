import "../css/site.scss";
import "./find";
import "./forms";
