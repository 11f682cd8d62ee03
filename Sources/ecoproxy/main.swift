print("ecoproxy")
