-- It wrote moments into the documents that views composed.
drop function rfc3339;
