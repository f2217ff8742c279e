-- In which language a patient is written to (BCP 47). Where none is known it is the clinic's.
alter table patient
    add column language text
        check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' and length(language) <= 35),
    add constraint patient_that_was_erased_has_no_language check (erased_date is null or language is null);
