/** Style sheets are imported for their effect only; webpack puts them into the page. */
declare module "*.css";
