-- What a client keeps with a patient goes out with every cart, charge and quote of the patient, so it is bounded: 200
-- keys at whatever depth, and 16 KB as JSON without blanks, for which 32 KB stand here, where blanks are written.

create function json_keys(document jsonb) returns bigint
    language sql immutable parallel safe
    return (select count(*) from jsonb_path_query(document, 'strict $.** ? (@.type() == "object").keyvalue()'));
grant execute on function json_keys to ${serving_role};

-- Not valid: what was kept before is found and read on, and has to fit when it is next written.
alter table patient
    add constraint patient_meta_is_small check (octet_length(meta::text) <= 32768 and json_keys(meta) <= 200) not valid;
