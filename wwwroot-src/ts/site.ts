import "../css/site.scss";
