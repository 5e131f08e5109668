"""What joins the domains: what waits for whom, over all of them."""
