-- The scan station shows what its person scanned last.
create index scans_of_person on scans (person_id, received_at desc);
