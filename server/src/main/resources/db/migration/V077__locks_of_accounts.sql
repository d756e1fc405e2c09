-- What refers to a message, a job or a partner of an account refers to the account thereby. To say so again made each
-- message that comes in lock the row of its account four times.
alter table messages drop constraint messages_account_fkey;
alter table message_bodies drop constraint message_bodies_account_fkey;
alter table jobs drop constraint jobs_account_fkey;
alter table job_attempts drop constraint job_attempts_account_fkey;
