-- A payment is in the currency of its clinic. The view is older than that column of the clinic's.
create or replace view payment_summary with (security_invoker = true) as
select p.tenant_id,
       p.id,
       p.charge_id,
       p.sequence,
       p.amount,
       p.created_date,
       jsonb_build_object(
           'id', p.id,
           'patientId', c.patient_id,
           'payinId', null,
           'amount', p.amount,
           'status', 'SUCCEEDED',
           'currency', clinic.currency,
           'payinConfigId', null,
           'paymentMedium', p.medium,
           'paymentMethodId', null,
           'stripePaymentIntentId', null,
           'failedReason', null,
           'updatedDate', null,
           'createdDate', rfc3339(p.created_date),
           'fee', 0,
           'feeToPatient', 0) as document
  from payment p
  join charge c on c.tenant_id = p.tenant_id and c.id = p.charge_id
  join tenant clinic on clinic.id = p.tenant_id;
