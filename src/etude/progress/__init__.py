"""What a learner should practise next; pure."""
