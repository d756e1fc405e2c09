-- What is due is found flow by flow; whether an account has anything open is told by any index of what is open.
drop index jobs_due;
