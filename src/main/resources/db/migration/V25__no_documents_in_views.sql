-- The last views that composed documents of patients, providers and the catalog; nothing joins them any more.
drop view patient_document;
drop view patient_tag_document;
drop view item_tiny;
drop view package_tiny;
drop view provider_user_tiny;
