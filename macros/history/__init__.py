"""What was published, what an amendment brought, and what nothing explains. It opens no file and reads no clock."""
