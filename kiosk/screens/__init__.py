"""The screens: made once, shown again and again, worded anew each time they come back."""
